# SPDX-License-Identifier: MIT
# Prints the figures that touch_effect_test.cpp and touch_balance_test.cpp hold: Rscript touch_effect.R
# Admissions to Berkeley by department (Bickel, Hammel & O'Connell 1975, Science 187:398-404), R's UCBAdmissions.
suppressMessages(library(metafor))
options(digits = 13)
show <- function(name, x) cat(name, ":", format(as.numeric(x), digits = 13), "\n")
t <- UCBAdmissions
h <- mantelhaen.test(aperm(t, c(2, 1, 3)), correct = FALSE)
show("odds ratio", c(h$estimate, h$conf.int, h$statistic, h$p.value))
a <- t["Admitted", "Male", ]; b <- t["Rejected", "Male", ]; c <- t["Admitted", "Female", ]; d <- t["Rejected", "Female", ]
for (m in c("OR", "RR", "RD")) {
  f <- rma.mh(measure = m, ai = a, bi = b, ci = c, di = d, correct = FALSE)
  e <- if (m == "RD") c(f$beta, f$ci.lb, f$ci.ub) else exp(c(f$beta, f$ci.lb, f$ci.ub))
  show(m, c(e, f$se))
}
A <- sum(a); B <- sum(b); C <- sum(c); D <- sum(d)
show("crude", c(A / (A + B) - C / (C + D), A / (A + B) / (C / (C + D)), A * D / (B * C)))
# Pairs: of 40, both, the touched alone, the other alone and neither have the outcome.
n <- c(6, 4, 12, 18)
a <- rep(c(1, 1, 0, 0), n); c <- rep(c(1, 0, 1, 0), n)
for (m in c("OR", "RR", "RD")) {
  f <- rma.mh(measure = m, ai = a, bi = 1 - a, ci = c, di = 1 - c, correct = FALSE, add = 0, drop00 = FALSE)
  e <- if (m == "RD") c(f$beta, f$ci.lb, f$ci.ub) else exp(c(f$beta, f$ci.lb, f$ci.ub))
  show(paste("pairs", m), c(e, f$se))
}
show("pairs, McNemar", (4 - 12)^2 / 16)
# Balance of ten rows: two strata, of 2 touched and 3 others, 3 and 2.
treated <- c(1, 1, 0, 0, 0, 1, 1, 1, 0, 0); stratum <- rep(1:2, each = 5)
x <- c(5, 7, 4, 6, 9, 1, 2, 4, 2, 5)
weight <- ifelse(treated == 1, 1, ifelse(stratum == 1, 2 / 3, 3 / 2))
spread <- sqrt((var(x[treated == 1]) + var(x[treated == 0])) / 2)
mean_of <- function(g, w) weighted.mean(x[treated == g], w[treated == g])
show("balance", c(mean_of(1, rep(1, 10)), mean_of(0, rep(1, 10)), (mean_of(1, rep(1, 10)) - mean_of(0, rep(1, 10))) / spread,
                  mean_of(1, weight), mean_of(0, weight), (mean_of(1, weight) - mean_of(0, weight)) / spread))
