"""``python -m kooste`` is the command ``kooste``."""

from kooste.cli import main

main(prog_name="kooste")
