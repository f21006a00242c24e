# SPDX-License-Identifier: MIT
# Rscript discrimination.R FOLDER ROUNDS: what R's pROC answers and takes, as JSON. FOLDER holds raw columns, as
# discrimination.py wrote them.
suppressMessages(library(pROC))
args <- commandArgs(TRUE)
rows <- file.size(file.path(args[1], "score.f8")) / 8
score <- readBin(file.path(args[1], "score.f8"), "double", rows)
outcome <- readBin(file.path(args[1], "outcome.u1"), "integer", rows, size = 1)
f <- function() {
  curve <- roc(outcome, score, direction = "<", levels = c(0, 1), quiet = TRUE)
  c(auc(curve), sqrt(var(curve, method = "delong")))
}
seconds <- function() { gc(FALSE); sum(system.time(f())[1:2]) }  # of the processor; R has one thread
first <- seconds()
taken <- if (first > 5) first else median(replicate(as.integer(args[2]), seconds()))
cat(sprintf('{"answer": [%.17g, %.17g], "seconds": %.6f}\n', f()[1], f()[2], taken))
