"""The stages, in order: discover → parse → link → extract → fingerprint → compare → fix."""
