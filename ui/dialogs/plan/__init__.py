"""New items of a plan: a stage, a risk, a goal, a word, an objection, a payment, feedback, a planning session."""
