# SPDX-License-Identifier: MIT
# Prints the figures that conditional_survival_test.cpp holds: Rscript conditional_survival.R
library(survival)
options(digits = 14)
lung <- read.csv("lung.csv")
show <- function(name, s) cat(name, ":", format(c(s$n.risk, s$surv, s$std.err, s$lower, s$upper), digits = 14), "\n")
at <- function(fit, time) summary(fit, times = time)
curve <- function(age, data = lung, w = rep(1, nrow(data)))  # of those who have passed an age
  survfit(Surv(time, status) ~ 1, data, weights = w, start.time = age + .5, conf.type = "log-log")

for (age in c(100, 250)) for (ahead in c(90, 180, 365)) show(paste(age, ahead), at(curve(age), age + ahead))
for (sex in 1:2) show(paste("sex", sex), at(curve(200, lung[lung$sex == sex, ]), 380))
show("cases", at(curve(100, w = rep(1:3, length.out = nrow(lung))), 280))
show("sampling", at(curve(100, w = 0.5 + (seq_len(nrow(lung)) %% 7) / 4), 280))

# Of a band: the mean over customers, and its error by how much each life moves both of a customer's survivals.
band <- function(age, w, ahead, ...) {
  fit <- survfit(Surv(time, status) ~ 1, lung, influence = 1, ...)
  row <- function(t) findInterval(t, fit$time)
  value <- function(t) fit$surv[row(t)]
  moves <- function(t) fit$influence.surv[, row(t)]
  chance <- sum(w * value(age + ahead) / value(age)) / sum(w)
  moved <- rowSums(sapply(seq_along(age), function(i)
    w[i] * (moves(age[i] + ahead) / value(age[i]) - value(age[i] + ahead) * moves(age[i]) / value(age[i])^2)))
  cat("band", ahead, ":", format(c(chance, sqrt(sum((moved / sum(w))^2))), digits = 14), "\n")
  site <- ifelse(is.na(lung$inst), 999, lung$inst)
  cat("by site :", format(sqrt(sum(rowsum(moved / sum(w), site)^2)), digits = 14), "\n")
}
band(c(20, 100, 100, 250, 400), c(1, 2, 3, 4, 5), 90)
band(c(20, 100, 100, 250, 400), c(1, 2, 3, 4, 5), 365)
