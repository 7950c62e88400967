"""Client state: what its libraries keep between the server and the screen."""
