"""`bodobot run` against an emulator of the Bot API that is not our own."""
