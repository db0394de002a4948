"""What is learnt beside the frames: a small network over the tree that judges triggers, sides and status."""
