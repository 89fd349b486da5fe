### What the kiosk says, in Thai.
