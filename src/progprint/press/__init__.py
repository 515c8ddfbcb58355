"""PDF files that are written -> what the print shop makes of them."""
