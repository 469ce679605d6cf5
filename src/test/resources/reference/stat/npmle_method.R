# R 4.2.2, base only. The NPMLE of interval-censored times: the constrained Newton method (Wang 2007,
# doi:10.1111/j.1467-9868.2007.00583.x) on the maximal intersections until the Gentleman-Geyer condition,
# max_j sum_i count_i A_ij / (A p)_i <= N, holds to 1e-10 relative.
# Lawson-Hanson: min |A x - b|, x >= 0
nnls <- function(A, b, start = NULL) {
  n <- ncol(A)
  AtA <- crossprod(A); Atb <- crossprod(A, b)
  x <- numeric(n); passive <- rep(FALSE, n)
  tol <- 1e-13 * max(abs(Atb))
  for (outer in 1:(10 * n + 50)) {
    w <- as.vector(Atb - AtA %*% x)
    w[passive] <- -Inf
    if (all(passive) || max(w) <= tol) break
    passive[which.max(w)] <- TRUE
    repeat {
      s <- numeric(n)
      s[passive] <- qr.coef(qr(A[, passive, drop = FALSE], tol = 1e-14), b)
      s[is.na(s)] <- 0
      if (min(s[passive]) > 0) { x <- s; break }
      back <- passive & s <= 0
      alpha <- min(x[back] / (x[back] - s[back]))
      x <- x + alpha * (s - x)
      passive[passive & x <= 1e-16] <- FALSE
      x[!passive] <- 0
      if (!any(passive)) break
    }
  }
  x
}
npmle <- function(left, right, count) {
  right[is.na(right)] <- Inf
  lo <- ifelse(left == right, 2 * right, 2 * left + 1)   # an exact time lies between "up to it" and "after it"
  hi <- 2 * right
  ends <- rbind(data.frame(at = unique(lo), side = 0), data.frame(at = unique(hi), side = 1))
  ends <- ends[order(ends$at, ends$side), ]
  k <- which(head(ends$side, -1) == 0 & tail(ends$side, -1) == 1)
  from <- ends$at[k]; to <- ends$at[k + 1]
  A <- outer(seq_along(lo), seq_along(from), function(i, j) (lo[i] <= from[j] & to[j] <= hi[i]) * 1)
  N <- sum(count)
  p <- rep(1 / length(from), length(from))
  loglik <- function(p) sum(count * log(as.vector(A %*% p)))
  for (em in 1:200) p <- p * as.vector(crossprod(A, count / as.vector(A %*% p))) / N
  gap <- Inf
  for (step in 1:500) {
    f <- as.vector(A %*% p)
    gap <- max(as.vector(crossprod(A, count / f))) / N - 1
    mass_gap <- max(p * abs(as.vector(crossprod(A, count / f)) / N - 1))
    if (gap < 1e-13 && mass_gap < 1e-14) break
    S <- A / f
    weighted <- sqrt(count) * (S - 2)
    target <- nnls(rbind(weighted, rep(sqrt(N), ncol(A))), c(rep(0, nrow(A)), sqrt(N)))
    target <- target / sum(target)
    size <- 1; old <- loglik(p)
    while (size > 1e-12 && loglik(p + size * (target - p)) < old - 1e-15 * abs(old)) size <- size / 2
    new <- p + size * (target - p)
    if (loglik(new) < old - 1e-13 * abs(old)) break
    if (gap < 1e-11 && max(abs(new - p)) < 1e-15) { p <- new; break }
    p <- new
  }
  p[p < 1e-12] <- 0
  f <- as.vector(A %*% p)
  gap <- max(as.vector(crossprod(A, count / f))) / N - 1
  list(from = from, to = to, p = p, loglik = loglik(p), gap = gap)
}
