# SPDX-License-Identifier: MIT
# Prints the figures that expected_events_test.cpp holds: Rscript expected_events.R
# Sixty lives that a formula makes in both languages; owners change on the 40th day of every third.
library(survival)
options(digits = 13)
i <- 0:59
first <- (7 * i) %% 50
days <- 1 + (37 * i) %% 97
ended <- (i %% 4 != 0) * (1 + (i %% 5 == 1))  # 1 one cause, 2 another
x <- (i * i) %% 11
s <- i %% 2
begins <- ifelse(i %% 6 == 5, 5, 0)  # age from which on it was watched
begins <- pmin(begins, days - 1)
cut <- ifelse(i %% 3 == 0, pmax(begins, pmin(days, 40)), days)
rows <- rbind(data.frame(i, from = begins, to = cut, event = ended * (cut == days), owner = i %% 4),
              data.frame(i, from = cut, to = days, event = ended, owner = (i + 1) %% 4))
rows <- rows[rows$to > rows$from, ]
rows$x <- x[rows$i + 1]; rows$s <- s[rows$i + 1]
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
look <- function(name, event, formula) {
  lives <<- data.frame(from = begins, to = days, event = event(ended), x, s)
  fit <- coxph(formula, lives, ties = "breslow", control = tight)
  new <- rows; new$event <- event(rows$event)
  e <- predict(fit, new, type = "expected")
  cat(name, "by owner:", format(tapply(e, rows$owner, sum), digits = 13), "\n")
  cat(name, "observed:", tapply(new$event, rows$owner, sum), "\n")
  cat(name, "tenth life:", format(e[new$i == 9], digits = 13), "\n")
}
look("any", function(e) as.integer(e > 0), Surv(from, to, event) ~ x + strata(s))
look("second", function(e) as.integer(e == 2), Surv(from, to, event) ~ x)
