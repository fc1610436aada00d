"""What OpenAPI 3.1.0 demands of the kinds of objects that our document has, as a JSON Schema written
from the specification's tables of fixed fields. Anything that we do not use is not allowed here."""

TEXT = {'type': 'string', 'minLength': 1}


def fixed(required, optional=()):
    return {'type': 'object', 'required': list(required), 'additionalProperties': False,
            'properties': {**required, **dict(optional)}}


SCHEMA = {'type': ['object', 'boolean']}
REFERENCE = fixed({'$ref': {'type': 'string', 'pattern': '^#/components/'}})
MEDIA = {'type': 'object', 'minProperties': 1, 'propertyNames': {'pattern': '^[a-z]+/[a-z0-9.+*-]+$'},
         'additionalProperties': fixed({}, {'schema': SCHEMA, 'example': {}, 'examples': {}})}
HEADERS = {'type': 'object', 'additionalProperties': {'anyOf': [REFERENCE, fixed(
    {}, {'description': TEXT, 'schema': SCHEMA, 'required': {'type': 'boolean'}})]}}
RESPONSE = {'anyOf': [REFERENCE, fixed(
    {'description': TEXT}, {'content': MEDIA, 'headers': HEADERS, 'links': {'type': 'object'}})]}
RESPONSES = {'type': 'object', 'minProperties': 1, 'additionalProperties': RESPONSE,
             'propertyNames': {'pattern': '^([1-5][0-9][0-9]|[1-5]XX|default)$'}}
PARAMETER = {
    'anyOf': [REFERENCE, fixed(
        {'name': TEXT, 'in': {'enum': ['query', 'path', 'header', 'cookie']}, 'schema': SCHEMA},
        {'description': TEXT, 'required': {'type': 'boolean'}, 'example': {}, 'explode': {'type': 'boolean'},
         'style': {'enum': ['form', 'simple']}, 'allowEmptyValue': {'type': 'boolean'},
         'deprecated': {'type': 'boolean'}})],
    'if': {'properties': {'in': {'const': 'path'}}, 'required': ['in']},
    'then': {'required': ['required'], 'properties': {'required': {'const': True}}}}
OPERATION = fixed(
    {'responses': RESPONSES},
    {'operationId': TEXT, 'summary': TEXT, 'description': TEXT, 'tags': {'type': 'array', 'items': TEXT},
     'parameters': {'type': 'array', 'items': PARAMETER}, 'security': {'type': 'array'}})
PATHS = {'type': 'object', 'propertyNames': {'pattern': '^/'},
         'additionalProperties': fixed({'get': OPERATION})}
INFO = fixed({'title': TEXT, 'version': TEXT},
             {'summary': TEXT, 'description': TEXT, 'license': {'type': 'object'}, 'contact': {'type': 'object'}})
COMPONENTS = fixed({'schemas': {'type': 'object', 'additionalProperties': SCHEMA}},
                   {'responses': {'type': 'object', 'additionalProperties': RESPONSE}, 'headers': HEADERS,
                    'parameters': {'type': 'object', 'additionalProperties': PARAMETER}})
DOCUMENT = fixed(
    {'openapi': {'const': '3.1.0'}, 'info': INFO, 'paths': PATHS},
    {'components': COMPONENTS, 'security': {'type': 'array'}, 'jsonSchemaDialect': TEXT,
     'servers': {'type': 'array', 'items': fixed({'url': TEXT}, {'description': TEXT})}})


def dangling_references(document):
    """Returns every $ref of the document that leads nowhere in it."""
    def references(node):
        if isinstance(node, dict):
            if isinstance(node.get('$ref'), str):
                yield node['$ref']
            for value in node.values():
                yield from references(value)
        elif isinstance(node, list):
            for value in node:
                yield from references(value)

    def leads_somewhere(reference):
        node = document
        for step in reference.removeprefix('#/').split('/'):
            if not isinstance(node, dict) or step not in node:
                return False
            node = node[step]
        return True

    return [reference for reference in references(document) if not leads_somewhere(reference)]
