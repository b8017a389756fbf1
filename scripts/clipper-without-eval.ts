import type { Plugin } from 'vite'

/**
 * Clipper for a page that may not make code from text.
 *
 * The JavaScript half of `clipper2-wasm` (Emscripten's embind) writes its wrappers as text and compiles them,
 * which our content security policy refuses, and rightly. The two places are replaced by closures that do the
 * same. The package is pinned; should its text change, the build fails here and not on somebody's screen.
 */
export function clipperWithoutEval(): Plugin {
  return {
    name: 'clipper-without-eval',
    enforce: 'pre',
    transform: (code, id) =>
      id.split('?')[0]?.endsWith('clipper2-wasm/dist/es/clipper2z.js') ? { code: withoutEval(code), map: null } : null,
  }
}

export function withoutEval(code: string): string {
  return [invoker, methodCaller].reduce((text, { eval: written, closure }) => {
    const parts = text.split(written)
    if (parts.length !== 2) throw new Error(`clipper2-wasm is not the version we know: ${written} was not found once`)
    return parts.join(closure)
  }, code)
}

/** Calls a C++ function or method: arguments to their wire form, the result back, what is borrowed given back. */
const invoker = {
  eval: 'return new Function(args1,invokerFnBody)',
  closure: `return (humanName,throwBindingError,invoker,fn,runDestructors,fromRetWire,toClassParamWire,...more)=>{
const toWire=more.slice(0,argCount);
const destructorsOf=more.slice(argCount);
const owners=[];
if(!needsDestructorStack)for(let i=isClassMethodFunc?1:2;i<argTypes.length;++i)if(argTypes[i].destructorFunction!==null)owners.push(isClassMethodFunc?i-1:i-2);
return function(...given){
const destructors=needsDestructorStack?[]:null;
const wired=isClassMethodFunc?[toClassParamWire(destructors,this)]:[];
for(let i=0;i<argCount;++i)wired.push(toWire[i](destructors,given[i]));
const result=invoker(fn,...wired);
if(needsDestructorStack)runDestructors(destructors);
else owners.forEach((owner,i)=>destructorsOf[i](wired[owner]));
if(returns)return fromRetWire(result);
}}`,
}

/** Calls a JavaScript function, method or constructor from C++. */
const methodCaller = {
  eval: 'var invokerFunction=new Function(Object.keys(captures),functionBody)(...Object.values(captures))',
  closure: `var invokerFunction=(handle,methodName,destructorsRef,args)=>{
const values=argFromPtr.map((read,i)=>read(args+i*GenericWireTypeSize));
const result=kind===0?Emval.toValue(handle)(...values):kind===2?new(Emval.toValue(handle))(...values):kind===1?Emval.toValue(handle)[getStringOrSymbol(methodName)](...values):values.at(-1);
if(!retType.isVoid)return emval_returnValue(toReturnWire,destructorsRef,result)}`,
}
