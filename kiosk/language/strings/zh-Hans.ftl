### What the kiosk says, in Chinese (simplified).
