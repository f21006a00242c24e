# SPDX-License-Identifier: MIT
# Prints the figures of glmnet (family "cox") that the tests of penalty paths hold: Rscript cox_path.R
# Without strata and stretches, glmnet moves a life that was last seen at an age at which others end by 2e-14
# to keep it at risk, which is lost in large ages: they are divided by 1e4.
suppressMessages({
  library(glmnet)
  library(survival)
})
glmnet.control(mxitnr = 1e5, epsnr = 1e-15, fdev = 0, devmax = 1)
lung <- read.csv("lung.csv")
lung$v <- 0.5 + (seq_len(nrow(lung)) %% 7) / 4
lung <- lung[!is.na(lung$ph.ecog), ]
heart <- read.csv("stanford_heart.csv")
rossi <- read.csv("rossi.csv")
show <- function(name, ...) cat(name, ":", format(c(...), digits = 13), "\n")
path <- function(name, x, y, lambda, factors = rep(1, ncol(x)), ...) {
  # glmnet makes factors add up to the number of covariates.
  scale <- sum(factors) / ncol(x)
  f <- suppressWarnings(glmnet(as.matrix(x), y, family = "cox", thresh = 1e-16, maxit = 1e8,
                               lambda = lambda * scale, penalty.factor = factors, ...))
  cat(name, "\n")
  for (k in seq_along(lambda)) {
    show(paste("  penalty", lambda[k]), as.numeric(f$beta[, k]))
    show("    deviance ratio", f$dev.ratio[k])
  }
}
first <- function(name, x, y, ...) {
  f <- suppressWarnings(glmnet(as.matrix(x), y, family = "cox", nlambda = 5, thresh = 1e-14, ...))
  show(name, f$lambda)
}
x <- lung[, c("age", "sex", "ph.ecog")]
y <- Surv(lung$time / 1e4, lung$status)
path("lung", x, y, c(.1, .01, .001))
path("lung, half", x, y, c(.1, .01, .001), alpha = .5)
path("lung, per unit", x, y, c(.1, .01), alpha = .5, standardize = FALSE)
path("lung, factors", x, y, c(.1, .01), factors = c(0, 1, 3))
path("lung, weights", x, y, c(.1, .01), weights = lung$v)
path("lung, weights, strata", x[, c("age", "ph.ecog")], stratifySurv(y, lung$sex), c(.1, .01), alpha = .7,
     weights = lung$v)
first("lung, the sequence", x, y)
first("lung, the sequence, half", x, y, alpha = .5)
xr <- rossi[, c("fin", "age", "race", "wexp", "mar", "paro", "prio")]
path("rossi", xr, Surv(rossi$week / 1e4, rossi$arrest), c(.02, .005, .0005), alpha = .9)
xh <- heart[, c("age", "year", "surgery", "transplant")]
path("heart", xh, Surv(heart$start, heart$stop, heart$event), c(.05, .01, .001))
