"""What every request, socket and upload passes before anything answers it: where it came from, and who sent it."""
