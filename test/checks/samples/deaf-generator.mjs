// A generator that cannot say whether its file has drifted.
