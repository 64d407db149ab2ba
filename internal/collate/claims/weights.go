package claims

// weights are those of the features, in their order, fitted by logistic
// regression on stories in which one fact was changed.
var weights = func() []float64 {
	w := make([]float64, size)
	w[fBias], w[fLike], w[fShared], w[fAbsentBoth], w[fMutual] = -7, 8, 2, 2, 1
	w[fLeft], w[fRight], w[fAbsent], w[fBetterSame] = 0.5, 0.5, 1, -3
	return w
}()
