# SPDX-License-Identifier: MIT
# Prints times lost from the curves of R's survival package, and their errors from the influence that it finds of each life
# on a curve, added up over the ages: Rscript restricted_mean_time_lost.R
# (The column se(rmean) of survival 3.5-3 puts these influences beside the wrong ages.)
library(survival)
options(digits = 13)
lost <- function(fit, horizon) {
  width <- pmax(0, pmin(c(fit$time[-1], Inf), horizon) - fit$time)
  curve <- fit$influence.pstate
  ages <- dim(curve)[2] - length(fit$time) + seq_along(fit$time)  # that of age 0 stands before
  for (state in 2:3)
    print(c(sum(width * fit$pstate[, state]), sqrt(sum((curve[, ages, state] %*% width)^2))))
}
t <- c(1, 2, 2, 3, 4, 4, 5, 6, 7, 7, 8, 10)
e <- c(1, 1, 2, 1, 0, 1, 2, 1, 0, 1, 0, 2)
lost(survfit(Surv(t, factor(e, 0:2)) ~ 1, influence = TRUE), 8)
moved <- function(weight) {
  fit <- survfit(Surv(t, factor(e, 0:2)) ~ 1, weights = weight)
  sum(pmax(0, pmin(c(fit$time[-1], Inf), 8) - fit$time) * fit$pstate[, 2])
}
one <- function(i, step) replace(rep(1, 12), i, 1 + step)
print(sqrt(sum(sapply(1:12, function(i) (moved(one(i, 1e-5)) - moved(one(i, -1e-5))) / 2e-5)^2)))
naive <- survfit(Surv(t, e == 1) ~ 1)  # what one less Kaplan-Meier would say
print(c(1 - summary(naive, times = 7)$surv, summary(naive, rmean = 8)$table[c("rmean", "se(rmean)")]))

lung <- read.csv("lung.csv")
cause <- factor(ifelse(lung$status == 0, 0, ifelse(seq_len(228) %% 3 == 0, 2, 1)), 0:2)
lost(survfit(Surv(time, cause) ~ 1, lung, influence = TRUE), 365)
lost(survfit(Surv(time, cause) ~ 1, lung, subset = sex == 2, influence = TRUE), 365)
entry <- ifelse(seq_len(228) %% 4 == 0, floor(lung$time / 3), 0)
lost(survfit(Surv(entry, time, cause) ~ 1, lung, id = seq_len(228), influence = TRUE), 365)
