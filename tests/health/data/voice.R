# Oracles of csat_test.cpp, ces_test.cpp and support_test.cpp. Needs the package survival.
library(survival)
options(digits = 15)

share <- function(part, whole) prop.test(part, whole, correct = FALSE)$conf.int[1:2]

csat <- c(5, 4, 4, 3, 5, 2, 1, 5, 4, 5)
print(c(mean(csat), sd(csat) / sqrt(length(csat)), sum(csat >= 4)))
print(share(sum(csat >= 4), length(csat)))

ces <- c(7, 6, 5, 4, 3, 6, 7, 2)
print(c(mean(ces), sd(ces) / sqrt(length(ces)), sum(ces >= 5)))
print(share(sum(ces >= 5), length(ces)))

# Days from opening to closing, or to 2024-03-31 where a ticket is open.
days <- c(2, 30, 5, 60, 9, 12, 40, 3, 20)
closed <- c(1, 0, 1, 0, 1, 1, 0, 1, 0)
print(summary(survfit(Surv(days, closed) ~ 1))$table["median"])
print(mean(days[closed == 1]))
