# Rscript logistic.R FOLDER ROWS ROUNDS: coefficients, then the seconds of each round
arguments <- commandArgs(TRUE)
rows <- as.integer(arguments[2])
read <- function(name) {
  path <- file.path(arguments[1], name)
  readBin(path, "double", file.size(path) / 8)
}
x <- cbind(1, matrix(read("x.f8"), rows))
outcome <- read("outcome.f8")
fit <- function() glm.fit(x, outcome, family = binomial(), control = glm.control(epsilon = 1e-14))
cat(format(fit()$coefficients, digits = 17), "\n")
for (i in seq_len(as.integer(arguments[3]))) cat(system.time(fit())[["elapsed"]], "\n")
