### What the kiosk says, in Hindi.
