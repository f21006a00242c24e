# SPDX-License-Identifier: MIT
# Prints the figures of R's survival package that the tests of penalized proportional hazards models hold:
# Rscript ridge.R
library(survival)
lung <- read.csv("lung.csv")
heart <- read.csv("stanford_heart.csv")
rossi <- read.csv("rossi.csv")
lung$v <- 0.5 + (seq_len(nrow(lung)) %% 7) / 4
lung <- lung[!is.na(lung$ph.ecog), ]
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
show <- function(name, ...) cat(name, ":", format(c(...), digits = 13), "\n")
model <- function(name, fit) {
  cat(name, "\n")
  show("  coef", unname(fit$coefficients))
  show("  std_error", sqrt(diag(fit$var)))
  show("  naive", sqrt(diag(if (is.null(fit$naive.var)) fit$var else fit$naive.var)))
  show("  sampling", sqrt(diag(fit$var2)))
  show("  log-likelihoods", fit$loglik)
  show("  degrees of freedom (where one term has all), wald", sum(fit$df), fit$wald.test)
}
surv <- Surv(lung$time, lung$status)
lung3 <- coxph(surv ~ ridge(age, sex, ph.ecog, theta = 10, scale = FALSE), lung, control = tight)
model("lung, per unit", lung3)
model("lung, per standard deviation",
      coxph(surv ~ ridge(age, sex, ph.ecog, theta = 10), lung, control = tight))
model("lung, Breslow, sex without a penalty",
      coxph(surv ~ sex + ridge(age, ph.ecog, theta = 10), lung, control = tight, ties = "breslow"))
sampled <- coxph(surv ~ ridge(age, sex, theta = 20, scale = FALSE), lung, weights = v, robust = TRUE,
                 control = tight)
model("lung, weights", sampled)
model("rossi", coxph(Surv(week, arrest) ~ ridge(fin, age, race, wexp, mar, paro, prio, theta = 25), rossi,
                     control = tight))
late <- coxph(Surv(start, stop, event) ~ ridge(age, surgery, theta = 5, scale = FALSE) + strata(transplant),
              heart, cluster = id, control = tight)
model("heart, strata, clusters", late)

# What follows from a model.
for (kind in c("martingale", "score", "schoenfeld", "dfbeta", "dfbetas", "scaledsch")) {
  r <- as.matrix(residuals(lung3, kind))
  show(paste("lung", kind), r[2, ], colSums(r^2))
}
s <- summary(survfit(lung3, newdata = data.frame(age = c(60, 75), sex = c(1, 2), ph.ecog = c(1, 2)),
                     conf.type = "log-log"), times = c(180, 365))
show("survival", s$surv, s$std.err, s$lower, s$upper)
b <- basehaz(lung3, centered = FALSE)
show("baseline, at 0", b$hazard[c(1, 100, 186)])
