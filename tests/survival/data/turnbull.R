# SPDX-License-Identifier: MIT
# Prints the figures that the tests of curves of interval-censored lives hold: Rscript turnbull.R
# npsurv finds the maximum to the last digits; survfit() of the survival package comes close.
library(npsurv)
library(survival)
d <- read.csv("cosmesis.csv")
d$right[is.na(d$right)] <- Inf
tell <- function(name, m, w = rep(1, nrow(m))) {
  f <- npsurv(m, w = w, tol = 1e-15, maxit = 10000)
  cat(name, ": log-likelihood", format(f$ll, digits = 13), "\n")
  cat(" from", f$f$left, "\n to", f$f$right, "\n")
  cat(" mass", format(f$f$p, digits = 12), "\n")
}
for (g in 0:1) {
  of <- d[d$chemotherapy == g, ]
  tell(paste("cosmesis, chemotherapy", g), as.matrix(of[, c("left", "right")]))
  s <- survfit(Surv(ifelse(left == 0, NA, left), ifelse(is.finite(right), right, NA), type = "interval2") ~ 1,
               of)
  cat(" survfit", format(unique(s$surv), digits = 7), "\n")
}

# Lung cancer with visits every 90 days for two thirds of those who died. Closed intervals that hold the same
# whole days: who died at 5 has not died in (5, 90].
lung <- read.csv("lung.csv")
seen <- seq_len(nrow(lung)) %% 3 == 0 | lung$status == 0
low <- ifelse(seen, lung$time, 90 * (ceiling(lung$time / 90) - 1))
high <- ifelse(seen, lung$time, 90 * ceiling(lung$time / 90))
exact <- seen & lung$status == 1
m <- cbind(ifelse(exact, low, low + .5), ifelse(exact, high, ifelse(seen, Inf, high + .25)))
tell("lung, visits", m)
tell("lung, visits, weighted", m, 1 + (seq_len(nrow(lung)) - 1) %% 3)
