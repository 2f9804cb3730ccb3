"""Charts painted by hand on pure data: dots over time, columns, bars to both sides of one line, their legend."""
