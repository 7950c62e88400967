"""What stands above the database: routes, services, client state, types, and the thread through them."""
