### What the kiosk says, in Chinese (traditional).
