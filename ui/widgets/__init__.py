"""The components of 6.12: frozen values in, paint and signals out; no widget here knows a rule."""
