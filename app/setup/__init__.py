"""Set-up of a checkout: what must stand before anything but the standard library can be imported."""
