# R 4.2.2, package stats only. npmle_bootstrap.csv: bootstrap limits that are known exactly. All ends are exact, so the
# share resolved by a time is that of patients (each with `sessions` sessions that end alike), and its bootstrap
# distribution is binomial: limits qbinom(c(.025, .975), patients, p)/patients. Kept are sets in which the binomial
# distribution steps over .025 and .975 with room for 4000 replicates (.015 and .035). One row a category of time;
# lower and upper are limits of the share resolved by it. The last category is the end of the curve: share 1 in every
# replicate, Clopper-Pearson with the patients: (.025)^(1/patients) and 1.
source("common.R")
set.seed(20250108)
sure <- function(n, p) {
  low <- qbinom(.025, n, p); high <- qbinom(.975, n, p)
  pbinom(low - 1, n, p) < .015 && pbinom(low, n, p) > .035 && pbinom(high - 1, n, p) < .965 && pbinom(high, n, p) > .985
}
rows <- list()
id <- 0
while (id < 200) {
  n <- sample(4:40, 1)
  k <- sample(2:4, 1)
  counts <- as.vector(rmultinom(1, n, rep(1, k)))
  p <- cumsum(counts) / n
  if (any(counts == 0) || !all(sapply(p[-k], function(x) sure(n, x)))) next
  id <- id + 1
  rows[[id]] <- list(set = rep(id, k), patients = counts, sessions = rep(sample(1:3, 1), k), time = cumsum(sample(1:48, k, replace = TRUE)) * 60,
    lower = c(qbinom(.025, n, p[-k]) / n, .025^(1 / n)), upper = c(qbinom(.975, n, p[-k]) / n, 1))
}
write_reference(bind(rows), "npmle_bootstrap.csv")
