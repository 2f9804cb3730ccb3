"""The vocabulary: frozen values, and nothing that acts."""
