"""The command ``motamot``: one thin layer of typer over functions that live elsewhere."""
