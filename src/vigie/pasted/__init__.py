"""What editors paste: its dirt found and mended. The command mends (``clean``), the check tells (``check``), by the same code."""
