"""`python -m bot` is the command line, for where the console script is not on the path."""

from bot.cli import main

main()
