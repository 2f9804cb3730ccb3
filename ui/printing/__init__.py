"""From page model to paper: layout (pure data), painting (preview, printer and PDF alike), preview and print dialog."""
