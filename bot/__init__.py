"""Bodobot answers questions about a press release from a curated knowledge file, without a language model.

A message flows one way: a surface (`cli`, `handlers`) hands the text to `dialogue.respond`, which reads it
with the words of both languages (`language`), finds what it means (`understand`), composes an answer from
the frozen knowledge (`answer`) and returns it as a value; `render` turns that value into a chat message.
"""
