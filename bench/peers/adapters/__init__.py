"""One adapter a tool. Each runs in its tool's environment, with Python's library and the tool alone."""
