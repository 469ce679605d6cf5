# R 4.2.2, package stats. Six intervals by their definitions, for n up to 1e9, x also a fraction, levels .5 to .9999.
# clopper-pearson: qbeta(a, x, n - x + 1), qbeta(a, x + 1, n - x, lower.tail = FALSE), as binom.test
# wilson, agresti-coull, logit: with z = qnorm(a, lower.tail = FALSE), in forms without cancellation
# jeffreys: qbeta(a, x + .5, n - x + .5) and the upper one, 0 at x = 0 and 1 at x = n (Brown, Cai and DasGupta 2001)
# mid-p: P(X > x) + P(X = x)/2 = a at the lower limit, P(X < x) + P(X = x)/2 = a at the upper one
# logit: at x = 0 and x = n the clopper-pearson limits
# Quantiles are polished by Newton steps on pbeta, since qbeta and uniroot stop at about 1e-9 for large n. Checked
# inside: each limit against its defining equation; mid-p by pbinom and dbinom where x is whole.
source("common.R")
set.seed(20250107)

polish <- function(q, equation, slope) {
  if (q <= 0 || q >= 1) return(q)
  for (i in 1:6) {
    step <- equation(q) / slope(q)
    if (!is.finite(step) || abs(step) > q * 1e-3 || q - step <= 0 || q - step >= 1) break
    q <- q - step
  }
  q
}
beta_lower <- function(a, s, t) polish(qbeta(a, s, t), function(q) pbeta(q, s, t) - a, function(q) dbeta(q, s, t))
beta_upper <- function(a, s, t) polish(qbeta(a, s, t, lower.tail = FALSE), function(q) a - pbeta(q, s, t, lower.tail = FALSE), function(q) dbeta(q, s, t))
clopper_pearson <- function(x, n, a) c(if (x == 0) 0 else beta_lower(a, x, n - x + 1), if (x == n) 1 else beta_upper(a, x + 1, n - x))
jeffreys <- function(x, n, a) c(if (x == 0) 0 else beta_lower(a, x + .5, n - x + .5), if (x == n) 1 else beta_upper(a, x + .5, n - x + .5))
wilson <- function(x, n, a) {
  z <- qnorm(a, lower.tail = FALSE)
  lower <- function(x) if (x == 0) 0 else x^2 / (n * (x + z^2 / 2 + z * sqrt(x * (n - x) / n + z^2 / 4)))
  c(lower(x), if (x == n) 1 else (x + z^2 / 2 + z * sqrt(x * (n - x) / n + z^2 / 4)) / (n + z^2))
}
agresti_coull <- function(x, n, a) {
  z <- qnorm(a, lower.tail = FALSE)
  m <- n + z^2
  p <- (x + z^2 / 2) / m
  half <- z * sqrt(p * ((n - x + z^2 / 2) / m) / m)
  c(max(0, p - half), min(1, p + half))
}
logit <- function(x, n, a) {
  if (x == 0 || x == n) return(clopper_pearson(x, n, a))
  half <- qnorm(a, lower.tail = FALSE) * sqrt(1 / x + 1 / (n - x))
  c(x / (x + (n - x) * exp(half)), x / (x + (n - x) * exp(-half)))
}
mid_p <- function(x, n, a) {
  tail <- function(p, lower.tail) (pbeta(p, x, n - x + 1, lower.tail = lower.tail) + pbeta(p, x + 1, n - x, lower.tail = lower.tail)) / 2
  slope <- function(p) (dbeta(p, x, n - x + 1) + dbeta(p, x + 1, n - x)) / 2
  solve <- function(lower.tail) {
    f <- function(p) (tail(p, lower.tail) - a) * (if (lower.tail) 1 else -1)
    ends <- qbeta(a, c(x, x + 1), c(n - x + 1, n - x), lower.tail = lower.tail)
    polish(uniroot(f, ends, tol = 1e-15 * ends[2], maxiter = 1000)$root, f, slope)
  }
  c(if (x == 0) 0 else if (x == n) (2 * a)^(1 / n) else solve(TRUE), if (x == n) 1 else if (x == 0) -expm1(log(2 * a) / n) else solve(FALSE))
}
methods <- list(`clopper-pearson` = clopper_pearson, wilson = wilson, `agresti-coull` = agresti_coull, jeffreys = jeffreys, `mid-p` = mid_p, logit = logit)

levels <- c(.5, .8, .9, .95, .99, .999, .9999)
cases <- list(c(0, 1), c(1, 1), c(0, 2), c(1, 2), c(2, 2), c(36, 154), c(60, 203), c(0, 2995), c(20, 20464), c(0, 1e9), c(1, 1e9), c(2, 1e9),
  c(3, 1e9), c(1e9, 1e9), c(1e9 - 1, 1e9), c(5e8, 1e9), c(1e6, 1e9), c(123456789, 987654321), c(.5, 10), c(2.25, 7.5), c(.1, 1e6), c(9.75, 10),
  c(4.123456789, 2869.441), c(.001, .5), c(.3, .4), c(1.5e-3, 1e9))
while (length(cases) < 120) {
  n <- if (length(cases) %% 3 == 0) 10^runif(1, 0, 9) else round(10^runif(1, 0, 9))
  x <- switch(sample(5, 1), rbinom(1, floor(n), runif(1)), min(floor(n), rpois(1, 3)), n - min(floor(n), rpois(1, 2)), rbinom(1, floor(n), .02), n * runif(1)^4)
  if (x >= n - 1e-6 * (1 + n * 1e-4) && x != n) next
  cases[[length(cases) + 1]] <- c(x, n)
}
rows <- list()
for (case in cases) for (level in sample(levels, 2)) for (method in names(methods)) {
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
