"""What the packages of Excel and PowerPoint have in common, read with the tools of the Word reader."""
