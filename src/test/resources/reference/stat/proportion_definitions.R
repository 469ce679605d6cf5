# R 4.2.2, package stats. Six intervals for a proportion by their definitions; x may be a fraction.
# clopper-pearson: qbeta(a, x, n - x + 1), qbeta(a, x + 1, n - x, lower.tail = FALSE), as binom.test
# wilson, agresti-coull, logit: with z = qnorm(a, lower.tail = FALSE), in forms without cancellation
# jeffreys: qbeta(a, x + .5, n - x + .5) and the upper one, 0 at x = 0 and 1 at x = n (Brown, Cai and DasGupta 2001)
# mid-p: P(X > x) + P(X = x)/2 = a at the lower limit, P(X < x) + P(X = x)/2 = a at the upper one
# logit: at x = 0 and x = n the clopper-pearson limits
# Quantiles are polished by Newton steps on pbeta: qbeta and uniroot themselves stop at about 1e-9 for large n.
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
