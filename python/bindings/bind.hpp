// SPDX-License-Identifier: MIT
// Functions, classes, enums and options structs of C++ as those of Python, one line for each name.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "api.hpp"
#include "convert.hpp"

namespace fealty::python {

/// The name of a parameter, and its default where C++ has one.
struct Arg {
  const char* name;
  py::object default_value = {};
};

template <class>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// A default as Python source that inspect.signature() can read: dates as texts, enums by their names,
/// settings as None.
template <class T>
std::string default_of(const T& value) {
  if constexpr (std::is_same_v<T, Date>) return "'" + to_string(value) + "'";
  else if constexpr (Settings<T>) return "None";
  else if constexpr (is_optional<T>) return value ? default_of(*value) : "None";
  else if constexpr (NamedEnum<T>)
    return fmt::format("'{}'", enum_names(T{})[static_cast<std::size_t>(value)]);
  else return py::repr(Python<T>::write(value)).template cast<std::string>();
}
template <class>
struct Callable;
template <class R, class... A>
struct Callable<R (*)(A...)> {
  using Result = R;
  using Arguments = std::tuple<A...>;
};
template <class R, class C, class... A>
struct Callable<R (C::*)(A...) const> : Callable<R (*)(A...)> {};
template <class R, class C, class... A>
struct Callable<R (C::*)(A...)> : Callable<R (*)(A...)> {};
template <class F>
requires requires { &F::operator(); }
struct Callable<F> : Callable<decltype(&F::operator())> {};

template <class Tuple, std::size_t... I>
auto first_of(std::index_sequence<I...>) -> std::tuple<std::tuple_element_t<I, Tuple>...>;
/// All but the last type of a tuple.
template <class Tuple>
using WithoutLast = decltype(first_of<Tuple>(std::make_index_sequence<std::tuple_size_v<Tuple> - 1>{}));

/// The fields of an options struct: keyword arguments in their order, with the defaults of Options{}.
template <class Options>
class Fields {
 public:
  using Struct = Options;

  /// \tparam As  what Python's value is read as, where C++ has no type of its own for it
  template <class As = void, class T>
  Fields& field(const char* name, T Options::*member) {
    return add<std::conditional_t<std::is_void_v<As>, Taken<T>, As>>(name, member,
                                                                     default_of(Options{}.*member));
  }
  /// A field without a default.
  template <class As = void, class T>
  Fields& required(const char* name, T Options::*member) {
    return add<std::conditional_t<std::is_void_v<As>, T, As>>(name, member, "");
  }

  const std::vector<Parameter>& parameters() const { return parameters_; }
  Options read(std::span<const py::object> given, const std::string& who) const {
    Options options{};
    for (std::size_t i = 0; i < readers_.size(); ++i)
      if (given[i]) readers_[i](options, given[i], {who, parameters_[i].name});
    return options;
  }

 private:
  template <class As, class T>
  Fields& add(const char* name, T Options::*member, std::string default_value) {
    parameters_.push_back(
        {name, Python<As>::taken(), std::move(default_value), Parameter::Kind::keyword_only});
    readers_.push_back([member](Options& options, py::handle value, const Place& place) {
      options.*member = Python<As>::read(value, place);
    });
    return *this;
  }

  std::vector<Parameter> parameters_;
  std::vector<std::function<void(Options&, py::handle, const Place&)>> readers_;
};

/// Whether objects of a class change: then the GIL guards them, and is not released.
template <class T>
concept Mutable = requires {
  &T::merge;
}
|| requires { &T::extend; }
|| requires { &T::advance; };

/// What a function without options struct has in its place.
struct NoFields {
  std::vector<Parameter> parameters() const { return {}; }
};

/// A C++ callable that takes Python's arguments. The GIL is released while it works.
template <class F, class Options, class Arguments>
class Call;
template <class F, class Options, class... A>
class Call<F, Options, std::tuple<A...>> {
 public:
  using Result = typename Callable<F>::Result;

  Call(std::string who, F function, const std::vector<Arg>& args, Options fields, std::string returns)
      : function_(std::move(function)), fields_(std::move(fields)),
        signature_(make(std::move(who), args, fields_, std::move(returns))), defaults_(defaults(args)) {}

  const Signature& signature() const { return signature_; }

  /// \param self  precedes the arguments: an object, or nothing
  template <class... Self>
  Result operator()(const py::args& args, const py::kwargs& kwargs, Self&&... self) const {
    std::vector<py::object> given = signature_.sort(args, kwargs);
    for (std::size_t i = 0; i < sizeof...(A); ++i)
      if (!given[i]) given[i] = defaults_[i];
    return run(given, std::index_sequence_for<A...>{}, std::forward<Self>(self)...);
  }

 private:
  template <std::size_t... I, class... Self>
  Result run(std::span<const py::object> given, std::index_sequence<I...>, Self&&... self) const {
    using Values = std::tuple<decltype(Python<std::decay_t<A>>::read(given[I], Place{}))...>;
    const Values values{Python<std::decay_t<A>>::read(given[I], place(I))...};
    constexpr bool guarded = (Mutable<std::decay_t<Self>> || ...) || (Mutable<std::decay_t<A>> || ...);
    std::optional<py::gil_scoped_release> released;
    if constexpr (std::is_same_v<Options, NoFields>) {
      if constexpr (!guarded) released.emplace();
      return std::invoke(function_, std::forward<Self>(self)..., std::get<I>(values)...);
    } else {
      const auto options = fields_.read(given.subspan(sizeof...(A)), signature_.who());
      if constexpr (!guarded) released.emplace();
      return std::invoke(function_, std::forward<Self>(self)..., std::get<I>(values)..., options);
    }
  }
  Place place(std::size_t i) const { return {signature_.who(), names_[i]}; }

  Signature make(std::string who, const std::vector<Arg>& args, const Options& fields, std::string returns) {
    const std::vector<std::string> types{Python<std::decay_t<A>>::taken()...};
    std::vector<Parameter> parameters;
    for (std::size_t i = 0; i < sizeof...(A); ++i) {
      names_.emplace_back(std::data(args)[i].name);
      parameters.push_back(
          {names_[i], types[i],
           args[i].default_value ? py::repr(args[i].default_value).cast<std::string>() : ""});
    }
    for (const auto& each : fields.parameters()) parameters.push_back(each);
    return {std::move(who), std::move(parameters), std::move(returns)};
  }
  static std::vector<py::object> defaults(const std::vector<Arg>& args) {
    std::vector<py::object> values;
    for (const auto& each : args) values.push_back(each.default_value);
    return values;
  }

  F function_;
  Options fields_;
  std::vector<std::string> names_;
  Signature signature_;
  std::vector<py::object> defaults_;
};

/// The arguments that stand before an options struct.
template <class F, class Options>
struct Before {
  using Type = WithoutLast<typename Callable<F>::Arguments>;
};
template <class F>
struct Before<F, NoFields> {
  using Type = typename Callable<F>::Arguments;
};
template <class F, class Options>
using ArgumentsOf = typename Before<F, Options>::Type;

template <class Tuple>
struct WithoutFirst;
template <class First, class... Rest>
struct WithoutFirst<std::tuple<First, Rest...>> {
  using Type = std::tuple<Rest...>;
};
/// The arguments of a method, which a lambda has after the object.
template <class F, class Options>
struct OfMethod {
  using Type = ArgumentsOf<F, Options>;
};
template <class F, class Options>
requires(!std::is_member_function_pointer_v<F>) struct OfMethod<F, Options>
    : WithoutFirst<ArgumentsOf<F, Options>> {
};
template <class F, class Options>
using MethodArguments = typename OfMethod<F, Options>::Type;

/// The type that a C++ result has in Python.
template <class R>
std::string returned() {
  if constexpr (std::is_void_v<R>) return "None";
  else return Python<std::decay_t<R>>::given();
}
/// What `call` gives, as Python takes it.
template <class Call, class... A>
py::object written(const Call& call, A&&... arguments) {
  using R = typename Call::Result;
  if constexpr (std::is_void_v<R>) {
    call(std::forward<A>(arguments)...);
    return py::none();
  } else {
    return Python<std::decay_t<R>>::write(call(std::forward<A>(arguments)...));
  }
}

/// Binds a free function.
template <class F, class Options = NoFields>
void function(const Scope& scope, const char* name, F f, const std::vector<Arg>& args, Options fields = {}) {
  using Bound = Call<F, Options, ArgumentsOf<F, Options>>;
  const auto call = std::make_shared<const Bound>(name, std::move(f), args, std::move(fields),
                                                  returned<typename Bound::Result>());
  add_function(scope.module(), name, call->signature().describe(scope.key(name), false),
               [call](const py::args& a, const py::kwargs& k) { return written(*call, a, k); });
}

/// Binds an enum: a StrEnum, whose members are their names.
template <NamedEnum E>
void enumeration(const Scope& scope, const char* name) {
  py::list members;
  for (const auto each : Python<E>::names()) members.append(py::make_tuple(each, each));
  py::object type = py::module_::import("enum").attr("StrEnum")(
      name, members, py::arg("module") = scope.module().attr("__name__"));
  type.attr("__doc__") = docstring(scope.key(name));
  scope.module().attr(name) = type;
  Python<E>::type = type.release().ptr();
}

/// Binds a class, held by shared_ptr so that what is inside it can outlive Python's view of it.
template <class T>
class Class {
 public:
  Class(const Scope& scope, const char* name)
      : key_(scope.key(name)), name_(name), class_(scope.module(), name, docstring(key_).c_str()) {}

  py::class_<T, std::shared_ptr<T>>& python() { return class_; }
  const std::string& key() const { return key_; }

  /// \param make  what makes a T of the arguments: a lambda, since constructors have no address
  template <class F, class Options = NoFields>
  Class& init(F make, const std::vector<Arg>& args, Options fields = {}) {
    using Bound = Call<F, Options, ArgumentsOf<F, Options>>;
    const auto call = std::make_shared<const Bound>(name_, std::move(make), args, std::move(fields), "None");
    return init_with(call->signature(), [call](const py::args& a, const py::kwargs& k) {
      return std::make_shared<T>((*call)(a, k));
    });
  }
  Class& init_with(const Signature& signature,
                   std::function<std::shared_ptr<T>(const py::args&, const py::kwargs&)> make) {
    const Description description = signature.describe(key_, true);
    describe_type(class_, name_.c_str(), signature.describe(key_, false));
    Scope::note(key_, description.typed);
    class_.def(py::init(std::move(make)), py::doc(("__init__" + description.text + "\n--\n\n").c_str()));
    return *this;
  }

  /// \param f  a member function, or a lambda that takes the object first
  template <class F, class Options = NoFields>
  Class& method(const char* name, F f, const std::vector<Arg>& args, Options fields = {}) {
    using Bound = Call<F, Options, MethodArguments<F, Options>>;
    const auto call = std::make_shared<const Bound>(name_ + "." + name, std::move(f), args, std::move(fields),
                                                    returned<typename Bound::Result>());
    add_method(class_, name, call->signature().describe(key_ + "." + name, true),
               [call](py::handle self, const py::args& a, const py::kwargs& k) {
                 return written(*call, a, k, *object_of<T>(self));
               });
    return *this;
  }

  template <class F>
  Class& static_method(const char* name, F f, const std::vector<Arg>& args) {
    using Bound = Call<F, NoFields, typename Callable<F>::Arguments>;
    const auto call = std::make_shared<const Bound>(name_ + "." + name, std::move(f), args, NoFields{},
                                                    returned<typename Bound::Result>());
    add_function(class_, name, call->signature().describe(key_ + "." + name, false),
                 [call](const py::args& a, const py::kwargs& k) { return written(*call, a, k); });
    return *this;
  }

  /// A member function without arguments, or a field.
  template <class F>
  Class& property(const char* name, F member) {
    using R = std::invoke_result_t<F, const T&>;
    const std::string key = key_ + "." + name;
    add_property(class_, name, {key, "", returned<R>(), docstring(key)},
                 [member](py::handle self) { return get<R>(object_of<T>(self), member); });
    return *this;
  }

  /// How many rows, or other things, there are.
  template <class F>
  Class& size(F member) {
    return special("__len__", "(self) -> int", [member](py::handle self) {
      return py::object(py::int_(std::invoke(member, std::as_const(*object_of<T>(self)))));
    });
  }

  Class& shown_as(std::string (*show)(const T&)) {
    return special("__repr__", "(self) -> str",
                   [show](py::handle self) { return py::object(py::str(show(*object_of<T>(self)))); });
  }

  /// Equal when C++ says so; hashed by what is shown.
  Class& comparable() {
    const Description equal{key_ + ".__eq__", "(self, other, /)", "(self, other: object, /) -> bool", ""};
    add_method(class_, "__eq__", equal, [](py::handle self, const py::args& args, const py::kwargs&) {
      const py::object other = args[0];
      return py::object(py::bool_(py::isinstance<T>(other) && *object_of<T>(self) == *object_of<T>(other)));
    });
    return special("__hash__", "(self) -> int",
                   [](py::handle self) { return py::object(py::int_(py::hash(py::repr(self)))); });
  }

 private:
  Class& special(const char* name, const char* typed, Getter get) {
    add_method(
        class_, name, {key_ + "." + name, "(self)", typed, ""},
        [get = std::move(get)](py::handle self, const py::args&, const py::kwargs&) { return get(self); });
    return *this;
  }

  template <class R, class F>
  static py::object get(const std::shared_ptr<T>& self, const F& member) {
    using Value = std::decay_t<R>;
    if constexpr (std::is_reference_v<R> && requires { Python<Value>::is_class; }) {
      const Value& inside = std::invoke(member, static_cast<const T&>(*self));
      return py::cast(
          std::shared_ptr<Value>(self, const_cast<Value*>(&inside)));  // seen read-only from Python
    } else {
      return Python<Value>::write([&]() -> Value {
        std::optional<py::gil_scoped_release> released;
        if constexpr (!Mutable<T>) released.emplace();
        return std::invoke(member, static_cast<const T&>(*self));
      }());
    }
  }

  std::string key_, name_;
  py::class_<T, std::shared_ptr<T>> class_;
};

}  // namespace fealty::python
