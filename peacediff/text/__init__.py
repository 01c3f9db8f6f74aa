"""Text below the level of points: words, stems, sentences, word edits."""
