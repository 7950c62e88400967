"""What the GitHub Action does once it has installed itself: it runs the tool and tells GitHub what came of it."""
