### What the kiosk says, in Russian.
