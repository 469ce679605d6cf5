# R 4.2.2, package stats. Six intervals by proportion_definitions.R, for n up to 1e9, x also a fraction, levels .5 to
# .9999: 26 chosen and 200 random cases. Checked inside: each limit against its defining equation; mid-p by pbinom and
# dbinom where x is whole.
source("common.R")
source("proportion_definitions.R")
set.seed(20250107)

levels <- c(.5, .8, .9, .95, .99, .999, .9999)
cases <- list(c(0, 1), c(1, 1), c(0, 2), c(1, 2), c(2, 2), c(36, 154), c(60, 203), c(0, 2995), c(20, 20464), c(0, 1e9), c(1, 1e9), c(2, 1e9),
  c(3, 1e9), c(1e9, 1e9), c(1e9 - 1, 1e9), c(5e8, 1e9), c(1e6, 1e9), c(123456789, 987654321), c(.5, 10), c(2.25, 7.5), c(.1, 1e6), c(9.75, 10),
  c(4.123456789, 2869.441), c(.001, .5), c(.3, .4), c(1.5e-3, 1e9))
fixed <- length(cases)
while (length(cases) < fixed + 200) {
  n <- if (length(cases) %% 3 == 0) 10^runif(1, 0, 9) else round(10^runif(1, 0, 9))
  x <- switch(sample(5, 1), rbinom(1, floor(n), runif(1)), min(floor(n), rpois(1, 3)), n - min(floor(n), rpois(1, 2)), rbinom(1, floor(n), .02), n * runif(1)^4)
  if (x >= n - 1e-6 * (1 + n * 1e-4) && x != n) next
  cases[[length(cases) + 1]] <- c(x, n)
}
rows <- list()
for (i in seq_along(cases)) for (level in sample(levels, if (i <= fixed) 2 else 1)) for (method in names(methods)) {
  case <- cases[[i]]
  x <- case[1]
  n <- case[2]
  a <- (1 - level) / 2
  l <- methods[[method]](x, n, a)
  stopifnot(l[1] >= 0, l[2] <= 1, l[1] <= l[2])
  if (method == "mid-p" && x == round(x) && n == round(n)) {
    if (x > 0 && l[1] < .999) stopifnot(abs((pbinom(x, n, l[1], lower.tail = FALSE) + dbinom(x, n, l[1]) / 2) / a - 1) < 1e-6)
    if (x < n && l[2] < .999) stopifnot(abs((pbinom(x - 1, n, l[2]) + dbinom(x, n, l[2]) / 2) / a - 1) < 1e-6)
  }
  if (method == "clopper-pearson") {
    if (x > 0 && l[1] > 1e-280 && l[1] < .999) stopifnot(abs(pbeta(l[1], x, n - x + 1) / a - 1) < 1e-6)
    if (x < n && l[2] < .999) stopifnot(abs(pbeta(l[2], x + 1, n - x, lower.tail = FALSE) / a - 1) < 1e-6)
  }
  rows[[length(rows) + 1]] <- list(method = method, x = x, n = n, level = level, lower = l[1], upper = l[2])
}
agree <- function(method, lower, upper) stopifnot(abs(methods[[method]](36, 154, .025) - c(lower, upper)) < 5.1e-5)
agree("clopper-pearson", .1694, .3086); agree("wilson", .1739, .3066); agree("agresti-coull", .1736, .3069)
agree("jeffreys", .1723, .3051); agree("mid-p", .1720, .3055); agree("logit", .1736, .3070)
write_reference(bind(rows), "proportion_methods.csv")
