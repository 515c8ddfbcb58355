"""What a print shop asks first: written files and their book -> a job ticket, as text and as JSON."""
