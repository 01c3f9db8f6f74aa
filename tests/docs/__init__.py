"""README and docs, checked against the program: every block runs, every link leads somewhere, every table is true."""
