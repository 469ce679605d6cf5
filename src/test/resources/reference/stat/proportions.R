# R 4.2.2, package stats.
# clopper-pearson: binom.test(x, n, conf.level = level)$conf.int
# wilson: the roots of (p - x/n)^2 = z^2 p (1 - p) / n in the form without cancellation,
#   checked against prop.test(x, n, conf.level = level, correct = FALSE)$conf.int
source("common.R")
set.seed(20250101)
levels <- c(.5, .8, .9, .95, .99, .9999)
cases <- list(c(0, 1), c(1, 1), c(0, 2), c(1, 2), c(36, 154), c(60, 203), c(0, 2995), c(0, 2994), c(20, 20464),
  c(20, 20494), c(3, 818), c(3, 819), c(0, 7629), c(1463, 7629), c(682, 6348), c(0, 1e6), c(1e6, 1e6), c(1, 1e6),
  c(999999, 1e6), c(2, 229230), c(499999, 1e6))
while (length(cases) < 140) {
  n <- round(10^runif(1, 0, 6))
  x <- switch(sample(4, 1), rbinom(1, n, runif(1)), min(n, rpois(1, 3)), n - min(n, rpois(1, 2)), rbinom(1, n, .05))
  cases[[length(cases) + 1]] <- c(x, n)
}
wilson <- function(x, n, level) {
  z <- qnorm(1 - (1 - level) / 2)
  lower <- function(x) if (x == 0) 0 else x^2 / (n * (x + z^2 / 2 + z * sqrt(x * (n - x) / n + z^2 / 4)))
  c(lower(x), 1 - lower(n - x))
}
rows <- list()
for (case in cases) for (level in sample(levels, 2)) {
  x <- case[1]
  n <- case[2]
  exact <- as.numeric(binom.test(x, n, conf.level = level)$conf.int)
  stopifnot(x == 0 || abs(pbeta(exact[1], x, n - x + 1) / ((1 - level) / 2) - 1) < 1e-8,
            x == n || abs(pbeta(exact[2], x + 1, n - x, lower.tail = FALSE) / ((1 - level) / 2) - 1) < 1e-8) # near 1 the limit itself has no more digits
  score <- wilson(x, n, level)
  stopifnot(close_to(score, as.numeric(suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int), 1e-8, 1e-9))
  for (m in 1:2) {
    limits <- list(exact, score)[[m]]
    rows[[length(rows) + 1]] <- list(method = c("clopper-pearson", "wilson")[m], x = x, n = n, level = level, lower = limits[1], upper = limits[2])
  }
}
rows <- bind(rows)
keep <- !duplicated(paste(rows$method, rows$x, rows$n, rows$level))
write_reference(lapply(rows, `[`, keep), "proportions.csv")
