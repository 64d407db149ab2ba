package stemma

import (
	"reflect"

	"stemma/account"
)

// eachSpan calls do for every span in an account, wherever it stands.
func eachSpan(acc *account.Account, do func(account.Span)) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		if s, ok := v.Interface().(account.Span); ok {
			do(s)
			return
		}
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
	}
	walk(reflect.ValueOf(acc))
}
