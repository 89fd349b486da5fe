### What the kiosk says, in Japanese.
