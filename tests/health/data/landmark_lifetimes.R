# Rscript tests/health/data/landmark_lifetimes.R: follows made-up accounts from each of their snapshots to the day
# they left, by the rules of landmark_lifetimes written anew, and prints what the tests compare with.
library(survival)

account <- rep(1:12, each = 3)
as_of <- rep(c(0, 90, 180), 12)
score <- c(52, 40, 31, 75, 71, 78, 61, 44, 50, 83, 88, 80, 35, 30, 28, 66, 70, 59, 47, 52, 41, 90, 85, 79,
           58, 39, 33, 72, 64, 68, 55, 49, 37, 43, 57, 62)
plan <- rep(c("basic", "pro", "pro", "basic"), each = 3, length.out = 36)
left <- rep(c(215, NA, 130, NA, 97, 260, 200, NA, 184, NA, 299, 60), each = 3)
until <- 300

follow <- function(gap, horizon) {
  begin <- as_of + gap
  last <- pmin(begin + horizon, until)
  d <- data.frame(account, as_of, score, plan, begin, ended = as.integer(!is.na(left) & left <= last),
                  duration = pmin(ifelse(is.na(left), Inf, left), last) - begin)
  d[(is.na(left) | left > begin) & last > begin, ]
}
show <- function(name, ...) cat(name, format(c(...), digits = 13), "\n")
tight <- coxph.control(eps = 1e-14, toler.chol = 1e-16, iter.max = 100)
for (horizon in c(1000, 90)) {
  d <- follow(7, horizon)
  show("duration", d$duration)
  show("ended", d$ended)
  fit <- coxph(Surv(duration, ended) ~ score + plan, d, cluster = account, control = tight)
  show("coef", coef(fit))
  show("robust", sqrt(diag(fit$var)))
  show("naive", sqrt(diag(fit$naive.var)))
  fit <- coxph(Surv(duration, ended) ~ score + plan + strata(as_of), d, cluster = account, control = tight)
  show("stratified", coef(fit), sqrt(diag(fit$var)))
}
