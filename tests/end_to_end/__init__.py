"""`bodobot run` as a process of its own, talked to as people talk to it, with the release that ships."""
